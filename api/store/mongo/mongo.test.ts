import { describeWhere, mongodbUrl } from '@linggong/test/setup/needs.ts'
import { storeSuite } from '../suite/store-suite.ts'
import { mongoDatabase } from '../testing/test-databases.ts'

describeWhere('mongodb', 'the store on MongoDB', () => {
  storeSuite(() => mongoDatabase(mongodbUrl ?? ''))
})
