/** The two facts, in the vendor's own words, that its scene for wages asks for. */
export const SCENE_FACTS = { jobType: '岗位类型', payNote: '报酬说明' } as const
