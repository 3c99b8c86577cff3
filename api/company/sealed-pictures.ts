import { pagesOf } from '../store/pages.ts'
import { sealedIn, withSealed } from '../vault/sealed-in.ts'
import { type CompanyPictureDoc, companyPictures } from './company.collection.ts'
import { pictureAt } from './register-company.ts'

/** Pictures of business licences are sealed with the county's keys. */
export const sealedCompanyPictures = sealedIn<CompanyPictureDoc>({
  of: companyPictures,
  every: (store, county) => pagesOf(store, companyPictures, { index: 'sent', county }),
  resealed: (doc, again) => withSealed(doc, again(pictureAt(doc.id), doc.sealed)),
})
