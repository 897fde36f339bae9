import { expect, it } from 'vitest';
import { recognisedLines } from './recognised-lines.ts';

it.each([
  ['甲 方 〈 出 租 人 ) : 王 某', '甲方〈出租人):王某'],
  ['联系 电话 : 000-0000 转 12', '联系电话:000-0000转12'],
  ['Party A shall pay 5000 yuan', 'Party A shall pay 5000 yuan'],
  ['第 三 条 租 金', '第三条 租金'],
  ['第 三 条', '第三条'],
  ['第 三 条 所 述 的 租 金', '第三条所述的租金'],
])('reads %s as %s', (raw, line) => {
  expect(recognisedLines(`\n${raw}\r\n \n`)).toEqual([line]);
});
