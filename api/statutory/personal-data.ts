/** What a file for the authorities says of a person: as it is, or masked. */
export interface PersonalData {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
}
