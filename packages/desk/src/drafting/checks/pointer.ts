/** Any pointer to a provision that prose can carry, in full or clipped: the drafter writes those itself. */
export const pointer =
  /《[^《》\n]{1,60}》|第\s*[一二三四五六七八九十百千零〇两\d]+\s*条(?:之[一二三四五六七八九十])?|(?:民|刑|劳动|公司|消费|宪)[一-龥]{0,8}(?:法|法典|条例|解释)(?:第)?\s*\d+/u;
