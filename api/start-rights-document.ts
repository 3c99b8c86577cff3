import { rightsDocument } from './staff/rights-document.ts'

/** Prints who of the staff may do what; docs/rights.md is what it printed last. */
process.stdout.write(rightsDocument())
