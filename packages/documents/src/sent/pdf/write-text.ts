import { identity } from './geometry.ts';
import type { PdfJs } from './open-pdf.ts';
import { listOf, matrixOf } from './operands.ts';
import { createPen, type Font, type TextState } from './text-state.ts';

/**
 * Follows the operators that place text and set how it is written. Gives what changes in the text state, or null where
 * the operator is none of these.
 */
export function createTextOperators(codes: PdfJs['OPS'], fontOf: (name: string) => Font) {
  const pen = createPen();
  const fontChange = ([name, size]: readonly unknown[]): Partial<TextState> => ({
    font: fontOf(String(name)),
    size: Number(size),
  });

  function follow(code: number, args: readonly unknown[], { leading }: TextState): Partial<TextState> | null {
    const [x, y] = [Number(args[0]), Number(args[1])];
    switch (code) {
      case codes.beginText:
        pen.set(identity);
        return {};
      case codes.setTextMatrix:
        pen.set(matrixOf(args.length === 1 ? listOf(args[0]) : args));
        return {};
      case codes.moveText:
        pen.newLine(x, y);
        return {};
      case codes.setLeadingMoveText:
        pen.newLine(x, y);
        return { leading: -y };
      case codes.nextLine:
        pen.newLine(0, -leading);
        return {};
      case codes.setLeading:
        return { leading: x };
      case codes.setFont:
        return fontChange(args);
      case codes.setCharSpacing:
        return { characterSpacing: x };
      case codes.setWordSpacing:
        return { wordSpacing: x };
      case codes.setHScale:
        return { stretch: x / 100 };
      case codes.setTextRise:
        return { rise: x };
      case codes.setTextRenderingMode:
        return { mode: x };
      default:
        return null;
    }
  }
  return { pen, follow, fontChange };
}
