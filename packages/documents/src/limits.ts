const megabyte = 1024 * 1024;

/** A law of a million characters takes 3 MB; what is larger than this is not one document. */
export const maxFileBytes = 20 * megabyte;
/** A page of law is a few hundred kilobytes. */
export const maxHtmlBytes = 5 * megabyte;
/** All that a DOCX may unpack to. */
export const maxUnpackedBytes = 100 * megabyte;
/** The XML of a DOCX becomes a tree of objects some twenty times its size. */
export const maxXmlBytes = 32 * megabyte;
/** XML packs to a tenth or a twentieth; beyond this an archive was made to harm. */
export const maxUnpackRatio = 200;

export const megabytes = (bytes: number) => `${Math.round((bytes / megabyte) * 10) / 10} MB`;
