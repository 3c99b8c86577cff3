/** Surnames of two characters (复姓) still borne in China: of them masking keeps both. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 夏侯 宇文 长孙 端木 独孤 南宫 西门 百里 呼延 轩辕 澹台 公冶 宗政 濮阳 ' +
    '淳于 单于 太叔 申屠 仲孙 钟离 闾丘 鲜于 司空 梁丘 左丘 东郭 南门 万俟 赫连 拓跋 闻人 亓官 羊舌 微生 子车 颛孙 巫马 公西 漆雕 乐正 ' +
    '公良 夹谷 宰父 谷梁 段干 东门 南郭 第五 叶赫 那拉 耶律 完颜'
  ).split(' '),
)
