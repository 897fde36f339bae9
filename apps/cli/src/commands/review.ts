import path from 'node:path';
import { defineCommand } from 'citty';
import { UsageError } from '../command-error.ts';
import { readPlace, withCorpus } from '../desk-access/with-desk.ts';
import { planOutFile, writeOutFile } from '../output/out-file.ts';
import { printJson, remark } from '../output/print.ts';
import { repository } from '../repository.ts';
import { namedSides, namedTypes, readSide, readType, refuseForeignSide } from './review/contract-choice.ts';
import { readContractFile, refused } from './review/read-contract-file.ts';
import { printReview, reviewDocument } from './review/review-document.ts';
import { readDay, refuseSurplus, sharedOptions } from './shared-options.ts';

/** As the desk signs its comments. */
const author = '律台';

export const review = defineCommand({
  meta: { name: 'review', description: '审查一份合同，逐条写明位置、理由、依据和改法；有一处问题，退出码为 1' },
  args: {
    file: {
      type: 'positional',
      required: true,
      description: '合同（Word、PDF、网页或文本）；- 表示标准输入',
      valueHint: '文件|-',
    },
    type: { type: 'string', description: '合同类型（默认自己辨认）', valueHint: namedTypes.join('|') },
    side: { type: 'string', description: '替哪一方看（默认双方）', valueHint: namedSides.join('|') },
    'as-of': { type: 'string', description: '合同所引的法条按哪一天核对（默认今天）', valueHint: 'YYYY-MM-DD' },
    out: { type: 'string', description: '另存为带批注和修订的 .docx，带人工智能辅助生成的标识', valueHint: '文件' },
    force: { type: 'boolean', description: '覆盖已有的文件' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 1);
    const type = readType(args.type);
    const side = readSide(args.side, type);
    const given = readDay('as-of', args['as-of']);
    if (args.out !== undefined && path.extname(args.out).toLowerCase() !== '.docx')
      throw new UsageError(`--out 的文件名须以 .docx 结尾，收到“${args.out}”。`);
    const planned = await planOutFile(args.out, args.force === true);

    const { contractTasks, contractWorks, loadDocumentData, proposeReview } = await import('@lutai/api/contracts');
    const { chinaDay } = await import('@lutai/desk');
    const { aigcProducer } = await readPlace(args.data);
    const asOf = given ?? chinaDay(new Date());
    const contract = await readContractFile(args.file, contractTasks);
    const data = await loadDocumentData(repository);
    const proposed = await withCorpus(args.data, (desk) => {
      const checkText = async (text: string, day?: string | null) =>
        (await desk.citeCheck({ text, asOf: day ?? null })).citations;
      return proposeReview({ ...data, checkText }, contract.text, { asOf, type, side });
    });
    if (side !== undefined) refuseForeignSide(side, proposed.type);

    const annotated = async (file: string) => {
      const { annotate } = contractWorks({ ...data, checkText: async () => [], aigcProducer });
      const made = await annotate(contract, contract.text, proposed.findings, { author, at: new Date() }).catch(
        (cause: unknown) => {
          throw refused(args.file, cause);
        },
      );
      await writeOutFile({ file, force: args.force === true }, made.bytes);
      return { file, unplaced: made.unplaced.map(({ index, message }) => ({ finding: index, message })) };
    };
    const out = planned === null ? null : await annotated(planned.file);
    const document = reviewDocument(proposed, { asOf, notices: contract.notices, out });
    if (out !== null) remark(`已写入 ${out.file}`);
    for (const { finding, message } of out?.unplaced ?? [])
      remark(`第 ${finding + 1} 处没有写进文件的相应位置：${message}。`);
    if (args.json) printJson(document);
    else printReview(document);
    return document.findings.length > 0 ? 1 : 0;
  },
});
