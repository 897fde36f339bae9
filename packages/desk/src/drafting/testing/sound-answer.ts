/** An answer that passes every check, over the hits of `hits.ts`. */
export const soundAnswer = {
  outcome: 'answered',
  conclusion: '可以要。公司从第二个月起应当每月付您二倍工资。',
  claims: [
    {
      condition: '',
      text: '超过一个月不满一年没有签书面劳动合同的，公司应当每月支付二倍的工资',
      provisions: [{ id: 'P1', words: '应当向劳动者每月支付二倍的工资' }],
    },
    {
      condition: '',
      text: '申请劳动仲裁的时效期间为一年',
      provisions: [{ id: 'P2', words: '劳动争议申请仲裁的时效期间为一年' }],
    },
  ],
  calculations: [],
  missingFacts: [{ question: '您是哪天入职的？', why: '决定从哪天起算' }],
  steps: [],
  evidence: ['工资流水'],
};
