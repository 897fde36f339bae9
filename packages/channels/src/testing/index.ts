export { createRecordingChannel, type RecordingChannel } from './create-recording-channel.ts';
