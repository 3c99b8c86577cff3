export const DOCS_TITLE = '零工市场接口文档'
