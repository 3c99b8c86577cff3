/** The smallest JPEG that has all its parts, with a place in it that must not stay; another `side` is another picture. */
export const aJpeg = (side = 1): Buffer =>
  Buffer.from(
    [
      'ffd8',
      'ffe1000c457869660000',
      '47505321',
      `ffc0000b0800${side.toString(16).padStart(2, '0')}000101011100`,
      'ffda0008010100003f00',
      '01ff00',
      'ffd9',
    ].join(''),
    'hex',
  )

/** A picture for who looks at its beginning, something else for who looks at its end. */
export const aPolyglot = (side = 1): Buffer => Buffer.concat([aJpeg(side), Buffer.from('PK\u0003\u0004<script>alert(1)</script>')])
