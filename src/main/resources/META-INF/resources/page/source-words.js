// The words for the codes of sources, monitoring and supervision, as the field uses them. An unknown code stands as it is.
import { h } from './dom.js';
import { say } from './language.js';

const WORDS = {
  kind: {
    inspection: ['现场检查', 'Inspection'], random_inspection: ['双随机抽查', 'Random inspection'], supervisory_monitoring: ['监督性监测', 'Supervisory monitoring'],
    order: ['责令改正等行政命令', 'Order'], penalty: ['行政处罚', 'Administrative penalty'], permit: ['行政许可', 'Permit'],
    total_emission_control: ['总量控制', 'Total emission control'], discharge_fee: ['排污费（历史）', 'Discharge fee (historical)'],
    environmental_tax: ['环境保护税', 'Environmental tax'], clean_production_audit: ['清洁生产审核', 'Clean production audit'],
    hazardous_waste_transfer: ['危险废物转移', 'Transfer of hazardous waste'], eia: ['环境影响评价审批', 'Environmental impact assessment'],
    complaint: ['信访投诉', 'Complaint'], emergency: ['突发环境事件', 'Environmental emergency'], clarification: ['澄清说明', 'Clarification'],
  },
  status: { open: ['待办理', 'Open'], in_progress: ['办理中', 'In progress'], decided: ['已决定', 'Decided'], executed: ['已执行', 'Executed'], closed: ['已办结', 'Closed'], annulled: ['已撤销', 'Annulled'] },
  event: { record: ['监管记录', 'Record'], register: ['登记变更', 'Register'], limit: ['许可限值', 'Permit limit'] },
  party_type: { enterprise: ['企业', 'Enterprise'], individual_business: ['个体工商户', 'Individual business'], natural_person: ['自然人', 'Natural person'] },
  order_type: { correction: ['责令改正', 'Correction'], production_restriction: ['限制生产', 'Restriction of production'], suspension: ['停产整治', 'Suspension of production'],
    closure: ['停业、关闭', 'Closure'], seizure: ['查封、扣押', 'Seizure'], other: ['其他', 'Other'] },
  penalty_types: { warning: ['警告', 'Warning'], criticism: ['通报批评', 'Notice of criticism'], fine: ['罚款', 'Fine'], confiscation: ['没收', 'Confiscation'],
    permit_suspension: ['暂扣许可证件', 'Suspension of the permit'], permit_revocation: ['吊销许可证件', 'Revocation of the permit'],
    production_restriction: ['限制生产', 'Restriction of production'], suspension: ['停产整治', 'Suspension of production'], closure: ['停业、关闭', 'Closure'],
    detention_transfer: ['移送行政拘留', 'Transfer for administrative detention'], other: ['其他', 'Other'] },
  permit_event: { issued: ['核发', 'Issued'], changed: ['变更', 'Changed'], renewed: ['延续', 'Renewed'], reissued: ['补领或重新申请', 'Reissued'], suspended: ['暂扣', 'Suspended'],
    revoked: ['撤销或吊销', 'Revoked'], cancelled: ['注销', 'Cancelled'], refused: ['不予许可', 'Refused'] },
  eia_form: { report: ['报告书', 'Report'], form: ['报告表', 'Form'], registration: ['登记表', 'Registration'] },
  eia_stage: { accepted: ['受理', 'Accepted'], proposed: ['拟审批', 'Decision proposed'], decided: ['审批', 'Decided'], acceptance_check: ['竣工验收', 'Acceptance check'] },
  channel: { phone: ['电话', 'Telephone'], letter: ['来信', 'Letter'], visit: ['来访', 'Visit'], online: ['网络', 'Online'], media: ['媒体', 'Media'],
    inspection_team: ['督察组交办', 'Inspection team'], other: ['其他', 'Other'] },
  emergency_level: { I: ['特别重大（Ⅰ级）', 'I, extraordinarily serious'], II: ['重大（Ⅱ级）', 'II, serious'], III: ['较大（Ⅲ级）', 'III, considerable'], IV: ['一般（Ⅳ级）', 'IV, ordinary'] },
  audit_stage: { listed: ['列入名单', 'Listed'], in_progress: ['审核中', 'In progress'], assessed: ['评估', 'Assessed'], accepted: ['验收', 'Accepted'] },
  revision_reason: { resend: ['重新报送', 'Sent again'], review: ['审核', 'Review'], withdrawn: ['撤回', 'Withdrawn'], restored: ['恢复公开', 'Restored'], attachment: ['附件变动', 'Attachment'] },
  management_level: { key: ['重点管理', 'Key management'], simplified: ['简化管理', 'Simplified management'], registered: ['登记管理', 'Registered only'] },
  list: { water: ['水环境', 'Water'], air: ['大气环境', 'Air'], soil: ['土壤', 'Soil'], groundwater: ['地下水', 'Groundwater'], noise: ['噪声', 'Noise'], risk: ['环境风险', 'Environmental risk'] },
  medium: { water: ['水', 'Water'], air: ['大气', 'Air'], other: ['其他', 'Other'] },
  averaging: { instant: ['瞬时', 'Instant'], '1h': ['1 小时均值', '1-hour mean'], '2h': ['2 小时均值', '2-hour mean'], '24h': ['日均值', '24-hour mean'], month: ['月均值', 'Monthly mean'],
    quarter: ['季均值', 'Quarterly mean'], year: ['年均值', 'Annual mean'], any: ['未注明', 'Not stated'] },
  judged_on: { measured: ['实测值', 'Measured'], corrected: ['折算值', 'Corrected'] },
  basis: { permit: ['排污许可证', 'Permit'], standard: ['排放标准', 'Standard'] },
  monitoring_type: { self: ['自行监测', 'Self-monitoring'], supervisory: ['监督性监测', 'Supervisory monitoring'], enforcement: ['执法监测', 'Enforcement monitoring'],
    comparison: ['比对监测', 'Comparison monitoring'], complaint: ['信访监测', 'Monitoring after a complaint'] },
  monitoring_mode: { automatic: ['自动', 'automatic'], manual: ['手工', 'by hand'] },
  // HJ 212-2017
  logger_flag: { N: ['正常', 'Normal'], F: ['停运', 'Stopped'], M: ['维护', 'Maintenance'], S: ['手工输入', 'Set by hand'], D: ['故障', 'Fault'], C: ['校准', 'Calibration'],
    T: ['超测定上限', 'Above the measuring range'], B: ['通讯异常', 'Communication fault'] },
  operator_mark: { communication_interrupted: ['通讯中断', 'Communication interrupted'], equipment_maintenance: ['自动监测设备维护', 'Maintenance of the monitoring equipment'],
    manual_substitute: ['手工监测值录入', 'Value monitored by hand'], not_attributable: ['非排污单位责任', 'Not attributable to the enterprise'],
    treatment_condition: ['治理设施工况', 'Condition of the treatment facility'], production_condition: ['生产设施工况', 'Condition of production'], cems_switch: ['CEMS 主备切换', 'Switch of CEMS'] },
};

/** The code in words; of a column without words here, or a code unknown to them, the code itself. */
export function word(column, code) {
  const words = WORDS[column]?.[code];
  return words ? say(...words) : code;
}

/** All codes of a column in the order of the field. */
export function codesOf(column) {
  return Object.keys(WORDS[column]);
}

/** Whether a column holds codes that have words here. */
export function hasWords(column) {
  return column in WORDS;
}

const separator = say('、', ', ');

/** Supervision lists as entries of years: [['2026', ['water', 'air']], …], the newest year first. */
export function listsByYear(entries) {
  const years = new Map();
  for (const entry of entries ?? []) {
    const [year, list] = entry.split(':');
    years.set(year, [...(years.get(year) ?? []), list]);
  }
  return [...years].sort(([one], [other]) => other.localeCompare(one));
}

/** 2026: water, air */
export function listsOf(entries) {
  return listsByYear(entries).map(([year, lists]) => h('span', { class: 'list-year' }, h('span', { class: 'faint' }, say(`${year} 年 `, `${year} `)),
    lists.map(list => word('list', list)).join(separator)));
}

export function wordsOf(column, codes) {
  return (codes ?? []).map(code => word(column, code)).join(separator);
}

/** 1970-01-01 stands for a start that nobody knows. */
export function isKnownStart(day) {
  return Boolean(day) && day !== '1970-01-01';
}
