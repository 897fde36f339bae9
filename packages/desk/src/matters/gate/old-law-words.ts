/** 「当时有效」「修订前」: the text says that it means law that is no longer, or not yet, in force. */
const oldLaw =
  /当时(?:有效|施行|适用|的)|行为时|事实发生时|彼时|旧法|旧规定|原(?:来的|有的)?(?:《|规定|法律|条例|司法解释)|(?:修[订正改]|废止|失效|施行|实施|生效|出台)(?:之)?前|已(?:经)?(?:废止|失效|被取代|修[订正改])|溯及|时间效力|从旧兼从轻|尚未(?:生效|施行|实施)/u;
/** 「适用」: that it is applied, and not only named. */
const applies = /适用|依照|按照|依据|根据|按(?:《|当时|原|旧|修)|以.{0,20}为准/u;
/** 「因为借款发生在2019年」: why. */
const why =
  /因为|由于|因(?:本案|此案|您|该|合同|借款|事情|事故|行为|法律事实)|鉴于|(?:发生|签订|成立|订立|形成|去世|受伤|作出|解除)(?:在|于)|(?:发生|签订|成立|订立|形成|去世|受伤|作出|解除).{0,20}(?:之前|以前|当时|期间|[年月日])|不溯及|从旧兼从轻|时间效力|施行前的(?:法律)?(?:事实|行为)|尚未(?:生效|施行|实施)/u;

/** Whether a passage says in words that it applies law which is not in force on the day, and why. */
export const saysWhyOldLaw = (passage: string): boolean =>
  oldLaw.test(passage) && applies.test(passage) && why.test(passage);
