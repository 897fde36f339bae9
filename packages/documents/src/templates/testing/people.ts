import { codeCheckOf, idCheckOf } from '../identity-numbers.ts';
import type { Organisation, Person } from '../party.ts';

/** Made-up people of a region that does not exist (999999). */
export function person(name: string, sex: '男' | '女', birth: string, more: Partial<Person> = {}): Person {
  const digits = `999999${birth.replaceAll('-', '')}00${sex === '男' ? '1' : '2'}`;
  return {
    kind: 'person',
    name,
    sex,
    birth,
    nation: '汉族',
    idNumber: `${digits}${idCheckOf(digits)}`,
    work: '某店店员',
    address: '某省某市某区某路1号2单元301室',
    phone: '13000000000',
    ...more,
  };
}

export function organisation(name: string, serial: string, more: Partial<Organisation> = {}): Organisation {
  const characters = `91999999MA${serial.padStart(7, '0')}`;
  return {
    kind: 'organisation',
    name,
    creditCode: `${characters}${codeCheckOf(characters)}`,
    address: '某省某市某区某大道88号',
    representative: '钱某某',
    post: '执行董事',
    phone: '000-00000000',
    ...more,
  };
}

export const zhang = person('张某某', '男', '1990-01-02');
export const li = person('李某某', '女', '1992-11-23', { address: '某省某市某县某镇某村12号', phone: '13000000001' });
export const wang = person('王某某', '男', '1985-06-30', { nation: '回族', work: '个体工商户', phone: '13000000002' });
export const zhao = person('赵某某', '女', '1978-12-09', { nation: '满', work: '退休', phone: '13000000003' });
export const alpha = organisation('甲公司', '1');
export const beta = organisation('乙贸易有限公司', '2', { representative: '孙某某', post: '总经理' });
