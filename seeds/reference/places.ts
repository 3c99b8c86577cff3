/** A township of the county (镇 or 乡) with the villages and spots people name in chat. */
export interface Township {
  readonly code: string
  readonly name: string
  readonly villages: readonly string[]
}

export interface County {
  readonly adcode: string
  readonly name: string
  readonly city: string
  readonly cityAdcode: string
  readonly townships: readonly Township[]
  /** Spots known by their own name all over the county. */
  readonly landmarks: readonly string[]
}

const township = (code: string, name: string, villages = ''): Township => ({
  code,
  name,
  villages: villages === '' ? [] : villages.split(' '),
})

/**
 * 将乐县. The codes are the county's nine-digit township codes (towns 1xx, townships 2xx); villages only where we are sure of them,
 * since free place text is kept as written anyway.
 */
export const JIANGLE: County = {
  adcode: '350428',
  name: '将乐县',
  city: '三明市',
  cityAdcode: '350400',
  townships: [
    township('350428100', '古镛镇', '和平村 积善村 山门村 龙池 水南村 北门 东门 西门'),
    township('350428101', '万安镇', '万安村'),
    township('350428102', '高唐镇', '常口村 高唐村'),
    township('350428103', '白莲镇', '铜岭村 白莲村'),
    township('350428104', '黄潭镇', '黄潭村'),
    township('350428105', '水南镇', '水南村 日照东门'),
    township('350428106', '光明镇', '光明村'),
    township('350428107', '南口镇', '南口村'),
    township('350428200', '漠源乡', '漠源村'),
    township('350428201', '安仁乡', '安仁村'),
    township('350428202', '大源乡', '肖坊村 大源村'),
    township('350428203', '余坊乡', '余坊村'),
    township('350428204', '万全乡', '万全村 竹舟村'),
  ],
  landmarks: ['玉华洞', '龙栖山', '天阶山', '金溪', '将乐一中', '县医院', '县政府', '日照东门', '龟山公园'],
}
