import type { Role } from '@/lib/access/roles';
import { PUBLISHER_ROLES, type PublisherRole, type Verification } from '@/lib/org/official-voice';

export interface DemoOrg {
  code: string;
  parent: string | null;
  name: string;
  shortName: string;
  kind: string;
  units: readonly string[];
}

/** An invented county. No name stands for a real place, institution or person. */
export const DEMO_ORGS: readonly DemoOrg[] = [
  {
    code: 'yunling-county',
    parent: null,
    name: '云岭县人民政府办公室',
    shortName: '县政府办',
    kind: 'county',
    units: ['总值班室'],
  },
  {
    code: 'bureau',
    parent: 'yunling-county',
    name: '云岭县教育局',
    shortName: '县教育局',
    kind: 'bureau',
    units: ['舆情应对办公室', '基础教育股', '安全与后勤股', '人事师资股', '学生资助与收费管理股'],
  },
  {
    code: 'school-a',
    parent: 'bureau',
    name: '云岭县甲小学',
    shortName: '甲小学',
    kind: 'school',
    units: ['校办公室', '总务处', '政教处'],
  },
  {
    code: 'school-b',
    parent: 'bureau',
    name: '云岭县乙中学',
    shortName: '乙中学',
    kind: 'school',
    units: ['校办公室', '总务处', '学生处'],
  },
  {
    code: 'school-c',
    parent: 'bureau',
    name: '云岭县丙幼儿园',
    shortName: '丙幼儿园',
    kind: 'school',
    units: ['园办公室'],
  },
];

export interface DemoPersonSeed {
  username: string;
  org: string;
  unit: string | null;
  name: string;
  title: string;
  roles: readonly Role[];
  phone: string;
}

const person = (
  username: string,
  org: string,
  unit: string | null,
  name: string,
  title: string,
  role: Role,
  extension: number,
): DemoPersonSeed => ({
  username,
  org,
  unit,
  name,
  title,
  roles: [role],
  phone: `0900-555${extension}`,
});

export const DEMO_PEOPLE: readonly DemoPersonSeed[] = [
  person('county_duty', 'yunling-county', '总值班室', '蒋望岳', '县政府办值班员', 'officer', 9001),
  person('officer', 'bureau', '舆情应对办公室', '沈知行', '值班员', 'officer', 1001),
  person('officer2', 'bureau', '舆情应对办公室', '许念慈', '值班员', 'officer', 1002),
  person('office', 'bureau', '舆情应对办公室', '陆怀瑾', '舆情办主任', 'office', 1003),
  person('office2', 'bureau', '舆情应对办公室', '简书宁', '舆情办干事', 'office', 1004),
  person('handler', 'bureau', '安全与后勤股', '田守拙', '安全与后勤股股长', 'handler', 1005),
  person('handler3', 'bureau', '基础教育股', '方予安', '基础教育股股长', 'handler', 1006),
  person('handler4', 'bureau', '学生资助与收费管理股', '贺若谷', '收费管理股股长', 'handler', 1007),
  person('handler5', 'bureau', '人事师资股', '路常清', '人事师资股副股长', 'handler', 1008),
  person('deputy', 'bureau', null, '顾明谦', '副局长（分管宣传）', 'deputy', 1011),
  person('deputy2', 'bureau', null, '宋观澜', '副局长（分管安全）', 'deputy', 1012),
  person('leader', 'bureau', null, '韩立本', '局长', 'leader', 1010),
  person('leader2', 'bureau', null, '傅长青', '党组书记', 'leader', 1019),
  person('member', 'bureau', '人事师资股', '秦若水', '领导小组成员', 'member', 1013),
  person('spokesperson', 'bureau', '舆情应对办公室', '程述之', '新闻发言人', 'spokesperson', 1014),
  person('auditor', 'bureau', null, '严鉴明', '督查室主任', 'auditor', 1015),
  person('sysadmin', 'bureau', null, '孟启元', '系统管理员', 'sysadmin', 1016),
  person('secadmin', 'bureau', null, '卫成章', '安全管理员', 'secadmin', 1017),
  person('audit_admin', 'bureau', null, '尹修文', '审计管理员', 'audit_admin', 1018),
  person('monitor', 'school-a', '政教处', '苏晚晴', '信息员', 'monitor', 2001),
  person('school_office', 'school-a', '校办公室', '邵文渊', '校办主任', 'office', 2002),
  person('school_leader', 'school-a', null, '林见山', '校长', 'leader', 2003),
  person('handler2', 'school-a', '总务处', '梁有禾', '总务主任', 'handler', 2004),
  person('school_b_handler', 'school-b', '总务处', '岳临川', '总务主任', 'handler', 3001),
  person('school_c_handler', 'school-c', '园办公室', '纪春和', '园办主任', 'handler', 4001),
  person('school_c_leader', 'school-c', null, '洪素秋', '园长', 'leader', 4002),
];

/** Who heads the unit they belong to, and signs what it feeds back. */
export const DEMO_HEADS: readonly string[] = ['handler', 'handler3', 'handler4'];

export interface DemoGroup {
  org: string;
  name: string;
  members: readonly { username: string; duty: string; votes: boolean; officePhone?: string }[];
}

export const DEMO_GROUPS: readonly DemoGroup[] = [
  {
    org: 'bureau',
    name: '云岭县教育局舆情应对工作领导小组',
    members: [
      { username: 'leader', duty: 'leader', votes: true, officePhone: '0900-5552001' },
      { username: 'leader2', duty: 'leader', votes: true },
      { username: 'deputy', duty: 'deputy', votes: true, officePhone: '0900-5552002' },
      { username: 'deputy2', duty: 'deputy', votes: true },
      { username: 'member', duty: 'member', votes: true },
      { username: 'office', duty: 'office', votes: false, officePhone: '0900-5552000' },
      { username: 'office2', duty: 'liaison', votes: false },
      { username: 'spokesperson', duty: 'spokesperson', votes: false },
    ],
  },
  {
    org: 'school-a',
    name: '甲小学舆情应对工作领导小组',
    members: [
      { username: 'school_leader', duty: 'leader', votes: true },
      { username: 'school_office', duty: 'office', votes: false },
      { username: 'monitor', duty: 'liaison', votes: false },
    ],
  },
];

interface DemoAccount {
  org: string;
  platform: string;
  name: string;
  handle: string;
  verifiedAs: string;
  verification: Verification;
  verifiedOn: string | null;
  verificationReference: string | null;
  signingUnit: string;
  owner: string;
  ownerUnit: string | null;
  publisherRoles: readonly PublisherRole[];
  active?: boolean;
  retiredAt?: string;
  retiredReason?: string;
}

const BUREAU = {
  org: 'bureau',
  verification: 'verified',
  signingUnit: '云岭县教育局',
  owner: 'office',
  ownerUnit: '舆情应对办公室',
  publisherRoles: PUBLISHER_ROLES,
} as const;

/** Official accounts: in use, one that waits for its verification, one that was given up. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    ...BUREAU,
    platform: 'weibo',
    name: '云岭教育发布',
    handle: 'yunling-edu',
    verifiedAs: '云岭县教育局官方微博',
    verifiedOn: '2023-03-08',
    verificationReference: '机构认证 YR-2023-0117',
  },
  {
    ...BUREAU,
    platform: 'wechat',
    name: '云岭教育',
    handle: 'yunling-jiaoyu',
    signingUnit: '云岭县教育局、云岭县丙幼儿园',
    verifiedAs: '云岭县教育局微信公众号',
    verifiedOn: '2022-09-01',
    verificationReference: '政府类认证，2026-08 年审通过',
  },
  {
    ...BUREAU,
    platform: 'hotline_12345',
    name: '12345 工单回复',
    handle: 'yunling-12345-edu',
    verifiedAs: '云岭县教育局承办账号',
    verifiedOn: '2021-05-20',
    verificationReference: '县 12345 中心开户单',
  },
  {
    ...BUREAU,
    platform: 'douyin',
    name: '云岭教育在线',
    handle: 'yunling-edu-online',
    verifiedAs: '云岭县教育局',
    verification: 'pending',
    verifiedOn: null,
    verificationReference: null,
    publisherRoles: ['spokesperson'],
  },
  {
    ...BUREAU,
    platform: 'website',
    name: '云岭教育信息网（旧）',
    handle: 'yunling-edu-old',
    verifiedAs: '云岭县教育局门户网站',
    verifiedOn: '2016-01-12',
    verificationReference: null,
    active: false,
    retiredAt: '2024-12-31T08:00:00.000Z',
    retiredReason: '并入县政府门户网站',
  },
  {
    ...BUREAU,
    org: 'school-a',
    signingUnit: '云岭县甲小学',
    owner: 'school_office',
    ownerUnit: '校办公室',
    platform: 'wechat',
    name: '云岭甲小',
    handle: 'yunling-jiaxiao',
    verifiedAs: '云岭县甲小学微信公众号',
    verifiedOn: '2023-09-05',
    verificationReference: null,
  },
];

/** Acknowledgement texts the leadership group agreed to in advance, for the night. */
export const DEMO_ACKNOWLEDGEMENTS = [
  {
    key: 'received',
    name: '一般诉求',
    text: '您反映的情况我们已经看到，正在核实。核实后会在这里答复您，最迟不超过五个工作日。也可以拨打值班电话 0900-5551001 补充情况。——云岭县教育局',
  },
  {
    key: 'safety_first',
    name: '涉及学生安全',
    text: '您反映的情况关系到孩子安全，我们已第一时间联系学校并派人前往核实。有新的进展会尽快在这里说明。——云岭县教育局',
  },
] as const;
