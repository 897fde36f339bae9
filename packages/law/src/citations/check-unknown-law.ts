import { chineseDay } from './choose-version.ts';
import type { CatalogueLaw, Verdict } from './citation-types.ts';
import { formerLaw, titlesOf } from './known-names.ts';
import { isOutsideNationalLaw } from './places.ts';

/** A law that is no longer in force, whether its text is at hand or not; null when it still is, or nothing is known. */
export function repealed(name: string, asOf: string): Verdict | null {
  const former = formerLaw(name);
  if (!former || asOf < former.ended) return null;
  const successor = former.successor === null ? '' : `，现行规定见《${former.successor}》`;
  const note = `《${former.title}》已于${chineseDay(former.ended)}废止${successor}。`;
  return { state: 'not-in-force', resolved: null, note };
}

/** 「《实施条例》第三条」 with no law before it: nobody can say whose. */
export const onlyKindNamed = (name: string): Verdict => ({
  state: 'ambiguous',
  resolved: null,
  note: `“${name}”只是文件的种类，没有写明是哪一部，请写明全称。`,
});

/** A name that no law of the catalogue bears. */
export function checkUnknownLaw(name: string, asOf: string): Verdict {
  const ended = repealed(name, asOf);
  if (ended) return ended;
  const unchecked = (note: string): Verdict => ({ state: 'unchecked', resolved: null, note });
  const known = formerLaw(name)?.title ?? titlesOf(name)[0];
  if (known) return unchecked(`法规库中没有《${known}》的文本，无法核对，请人工核实或先导入该法规。`);
  if (isOutsideNationalLaw(name)) {
    return unchecked(`《${name}》不在法规库的范围内（地方规定、条约、纪要或标准），无法核对，请人工核实。`);
  }
  return { state: 'not-found', resolved: null, note: `法规库中没有《${name}》，请核实名称，或先导入该法规。` };
}

export function ambiguousLaw(laws: readonly CatalogueLaw[]): Verdict {
  const titles = laws.slice(0, 5).map(({ title }) => `《${title}》`);
  const more = laws.length > 5 ? `等${laws.length}部` : '';
  return { state: 'ambiguous', resolved: null, note: `该名称可能指：${titles.join('、')}${more}，请写明全称。` };
}
