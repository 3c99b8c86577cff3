// Runs in the page. A phone's camera makes pictures of many megabytes: a large one is drawn smaller before it is sent, still sharp enough to read.
const SIDES_PIXELS = [2400, 1600, 1200, 800] as const
const LARGE_BYTES = 1_500_000
const QUALITY = 0.85

function drawn(bitmap: ImageBitmap, sidePixels: number): Promise<Blob | null> {
  const scale = Math.min(1, sidePixels / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}

/** The largest that is small enough. undefined where the browser cannot draw it: then it is sent as it is, and the server says what is wrong. */
async function smaller(file: File): Promise<File | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (bitmap === undefined) return undefined
  for (const sidePixels of SIDES_PIXELS) {
    const blob = await drawn(bitmap, sidePixels)
    if (blob !== null && blob.size <= LARGE_BYTES) return new File([blob], 'picture.jpg', { type: 'image/jpeg' })
  }
  return undefined
}

async function choose(field: HTMLInputElement): Promise<void> {
  const [file] = field.files ?? []
  const shown = document.querySelector<HTMLElement>('[data-chosen]')
  if (shown !== null) shown.textContent = file?.name ?? ''
  const instead = file !== undefined && file.size > LARGE_BYTES ? await smaller(file) : undefined
  if (instead === undefined) return
  const files = new DataTransfer()
  files.items.add(instead)
  field.files = files.files
}

/** While a picture is being drawn nothing is sent. */
let drawing: Promise<void> = Promise.resolve()

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === 'file') drawing = choose(target)
})

document.addEventListener('submit', (event) => {
  const { target: form } = event
  if (!(form instanceof HTMLFormElement)) return
  event.preventDefault()
  void drawing.finally(() => form.submit())
})
