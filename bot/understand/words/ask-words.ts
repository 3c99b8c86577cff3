import { wordSet } from './word-set.ts'

/** What people are asked to come with where no word like 招 or 找 stands. */
export const ASKS = wordSet(
  '谁会 看现场 报价 报个价 包工包料 班组 队伍 来谈 有空都来 都可以来 都能来 来几个 谁能 谁来 谁有空 谁家有人 有空的来 有人来 有没有人 有冇人 有人会 谁有时间 有空帮 帮我 会的来 懂的来 能来的 想做的 想来的 愿意来 愿意做 有意者 有兴趣 联系我 报名 速来 有人做 有人干 哪个来 谁做 敢干的 要的来 有师傅 师傅在吗 有人愿 师傅上门 哪位师傅 谁接 有空冇 师傅今天有空 师傅哪天有空 师傅有空 师傅明天有空 快来 现在预定 提前预定 预定师傅'.split(
    ' ',
  ),
)
