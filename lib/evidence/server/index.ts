import 'server-only';

export { inWords } from './fault';
export { openEvidence } from './read';
export { fileEvidence, receiveEvidence } from './receive';
export { describeEvidence, fileResponse, receivedResponse } from './respond';
export { type EvidenceCheck, type EvidenceFault, verifyEvidence } from './verify';
