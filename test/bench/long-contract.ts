import { articleLabel } from '@lutai/law';

const terms = [
  '甲方应当在每季度首月五日前将房屋的维修情况书面告知乙方，乙方应当在收到之日起{n}日内答复；逾期不答复的，视为对所告知的情况没有异议，但是不影响乙方就隐蔽瑕疵另行主张权利。',
  '月租金为人民币{sum}元，按季度支付，乙方应当于每季度首月{n}日前付清；逾期支付的，每逾期一日按逾期金额的万分之五支付违约金，违约金不足以弥补损失的，应当补足差额。',
  '租赁期间的水、电、燃气、网络费用由乙方按照实际用量承担，物业费和供暖费由甲方承担，双方应当在每月{n}日前核对一次，并以书面形式确认核对的结果，任何一方不得无故拖延。',
  '因不可抗力不能履行本合同的，根据《中华人民共和国民法典》第五百九十条的规定，按照不可抗力的影响部分或者全部免除责任，并应当在{n}日内通知对方，以减轻可能造成的损失。',
  '一方提前解除合同的，应当提前三十日书面通知对方，并支付人民币{sum}元的违约金；违约金过分高于造成的损失的，人民法院可以根据当事人的请求予以适当减少。',
  '乙方应当妥善保管房屋及附属设施，因保管不善造成毁损、灭失的，应当承担赔偿责任；自然老化造成的损坏由甲方在接到通知后{n}日内维修，维修期间相应减少租金。',
  '双方确认，附件所列设施的移交价值合计人民币{sum}元，移交之日为{year}年3月{n}日；移交清单经双方签字后与本合同具有同等效力，清单没有列明的设施以现场状况为准。',
  '本条所称通知，自送达对方在本合同中载明的地址之日起生效；地址变更的，变更的一方应当在{n}日内书面告知对方，没有告知的，按照原地址送达的通知视为已经送达。',
  '乙方向甲方支付押金人民币{sum}元，无论何种情况押金概不退还；甲方有权随时进入房屋查看，并可以单方决定在{n}日内收回房屋，乙方不得提出异议，也不得要求任何补偿。',
];

/** A lease of numbered articles, one sentence in nine of which takes everything for one side. */
export function longContract({ characters, clauses }: { characters: number; clauses: number }): string {
  const head = ['房屋租赁合同', '出租方（甲方）：某某物业有限公司', '承租方（乙方）：某某商贸有限公司'];
  const each = characters / clauses;
  const articles = Array.from({ length: clauses }, (_, at) => {
    let body = '';
    for (let nth = at; body.length < each - 12; nth++) body += termAt(nth);
    return `${articleLabel(at + 1)} 约定事项\n${body.slice(0, Math.max(20, Math.round(each) - 14))}`;
  });
  return [...head, ...articles].join('\n').slice(0, characters);
}

const termAt = (nth: number): string =>
  (terms[nth % terms.length] ?? '')
    .replace('{n}', String((nth % 27) + 2))
    .replace('{sum}', String(3000 + ((nth * 37) % 5000)))
    .replace('{year}', String(2024 + (nth % 6)));
