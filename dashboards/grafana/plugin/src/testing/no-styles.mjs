/** A style sheet as a test sees it. */
export const NO_STYLES = {}
