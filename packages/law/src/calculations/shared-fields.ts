/** How many days a year is counted with. */
export const yearDaysField = {
  kind: 'choice',
  label: '一年的天数',
  help: '日利率按一年多少天折算',
  fallback: '365',
  choices: [
    { id: '365', label: '365天' },
    { id: '360', label: '360天' },
  ],
} as const;

export const lprField = {
  kind: 'lpr',
  label: '另行提供的LPR',
  help: '没有收录的月份：公布日=一年期/五年期以上（%），多项用逗号隔开',
} as const;
