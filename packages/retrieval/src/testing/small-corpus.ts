import type { CaseRecord, ProvisionRecord } from '../types.ts';

interface Law {
  lawId: string;
  law: string;
  versions: { from: string | null; to: string | null; articles: [article: string, path: string, text: string][] }[];
}

/** A few provisions of laws that do not exist, so that a test can say what is found without knowing the law. */
const laws: Law[] = [
  {
    lawId: 'labour',
    law: '示例劳动合同法',
    versions: [
      {
        from: '2008-01-01',
        to: '2020-07-01',
        articles: [
          ['第一条', '总则', '用人单位应当与劳动者签订书面劳动合同。'],
          ['第二条', '劳动报酬', '用人单位拖欠劳动报酬的，劳动者可以要求支付工资和百分之二十五的补偿金。'],
        ],
      },
      {
        from: '2020-07-01',
        to: null,
        articles: [
          [
            '第一条',
            '总则',
            '用人单位自用工之日起一个月内应当与劳动者签订书面劳动合同，超过一个月的每月支付二倍工资。',
          ],
          ['第二条', '劳动报酬', '用人单位拖欠劳动报酬的，由劳动行政部门责令限期支付工资；逾期不支付的，加付赔偿金。'],
          ['第三条', '解除和终止', '用人单位违法解除劳动合同辞退劳动者的，应当按照经济补偿标准的二倍支付赔偿金。'],
        ],
      },
    ],
  },
  {
    lawId: 'marriage',
    law: '示例婚姻家庭法',
    versions: [
      {
        from: '2021-01-01',
        to: null,
        articles: [
          ['第十条', '离婚', '夫妻双方自愿离婚的，应当签订书面离婚协议，并亲自到婚姻登记机关申请离婚登记。'],
          ['第十一条', '离婚', '离婚后，子女由一方直接抚养的，另一方应当负担部分或者全部抚养费。'],
          ['第十二条', '夫妻财产', '夫妻一方以个人名义超出家庭日常生活需要所负的债务，不属于夫妻共同债务。'],
        ],
      },
    ],
  },
  {
    lawId: 'lending',
    law: '示例民间借贷规定',
    versions: [
      {
        from: null,
        to: null,
        articles: [
          ['第五条', '利息', '借贷双方没有约定利息，出借人主张支付利息的，人民法院不予支持。'],
          ['第六条', '利息', '约定的利率超过合同成立时一年期贷款市场报价利率四倍的部分，不受法律保护。'],
          ['第七条', '证据', '出借人仅凭转账凭证起诉，借款人主张是偿还之前借款的，应当提供证据。'],
        ],
      },
    ],
  },
  {
    lawId: 'traffic',
    law: '示例道路交通安全法',
    versions: [
      {
        from: '2004-05-01',
        to: null,
        articles: [
          [
            '第七十六条',
            '事故处理',
            '机动车发生交通事故造成人身伤亡、财产损失的，由保险公司在责任限额范围内予以赔偿。',
          ],
          ['第九十一条', '法律责任', '饮酒后驾驶机动车的，处暂扣六个月机动车驾驶证，并处罚款。'],
        ],
      },
      {
        from: '2100-01-01',
        to: null,
        articles: [['第九十一条', '法律责任', '饮酒后驾驶机动车的，吊销机动车驾驶证。']],
      },
    ],
  },
];

/** `provisionId` is 「lawId:from:article」. */
export const smallCorpus: ProvisionRecord[] = laws.flatMap(({ lawId, law, versions }) =>
  versions.flatMap(({ from, to, articles }) =>
    articles.map(([article, heading, text]) => ({
      provisionId: `${lawId}:${from ?? ''}:${article}`,
      lawId,
      versionId: `${lawId}:${from ?? ''}`,
      law,
      article,
      path: [heading],
      level: 'law',
      effectiveFrom: from,
      effectiveTo: to,
      text,
    })),
  ),
);

export const smallCases: CaseRecord[] = [
  {
    caseId: 'case-drink',
    title: '酒后驾车被查怎么处罚',
    question: '昨晚喝了两瓶啤酒开车回家，被交警拦下来了，会怎么处理？',
    answer: '饮酒后驾驶机动车的，暂扣驾驶证并处罚款。',
    citations: ['《示例道路交通安全法》第九十一条'],
    provisionIds: ['traffic:2004-05-01:第九十一条'],
  },
  {
    caseId: 'case-interest',
    title: '借给朋友的钱没写利息',
    question: '借给朋友三万块，借条上没写利息，现在能要利息吗？',
    answer: '没有约定利息的，不支持利息。',
    citations: ['《示例民间借贷规定》第五条'],
    provisionIds: ['lending::第五条'],
  },
];
