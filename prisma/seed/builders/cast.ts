import { at, type DemoWorld } from './institution';

/** What the stories name of the institution: ids of units and accounts. */
export function castOf({ units, accounts }: DemoWorld) {
  return {
    safety: at(units, 'bureau/安全与后勤股'),
    basic: at(units, 'bureau/基础教育股'),
    fees: at(units, 'bureau/学生资助与收费管理股'),
    staffing: at(units, 'bureau/人事师资股'),
    schoolLogistics: at(units, 'school-a/总务处'),
    schoolConduct: at(units, 'school-a/政教处'),
    middleSchool: at(units, 'school-b/总务处'),
    kindergarten: at(units, 'school-c/园办公室'),
    weibo: at(accounts, 'yunling-edu'),
    wechat: at(accounts, 'yunling-jiaoyu'),
    hotline: at(accounts, 'yunling-12345-edu'),
    schoolWechat: at(accounts, 'yunling-jiaxiao'),
  };
}

export type Cast = ReturnType<typeof castOf>;

export const BUREAU = '云岭县教育局';
export const COUNTY_OFFICE = '县政府办总值班室';
