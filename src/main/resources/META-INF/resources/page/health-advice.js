// What a level means for people and what they should do: HJ 633-2012, table 2; HJ 633-2026, tables 1 and 2. The Chinese is the standard's
// wording, its one sentence parted into whom it speaks of; the English is a translation of this project.
import { say } from './language.js';

/** Where the standard says nothing for a group at a level. */
export const NOTHING_SAID = null;
const EVERYONE = say('各类人群可正常活动', 'Everyone can be active as usual.');
const VERY_FEW = say('极少数异常敏感人群应减少户外活动', 'The very few people who are unusually sensitive should reduce outdoor activity.');
const SATISFYING = say('空气质量令人满意，基本无空气污染', 'Air quality is satisfying; there is practically no air pollution.');
const ACCEPTABLE = say('空气质量可接受，但某些污染物可能对极少数异常敏感人群健康有较弱影响',
  'Air quality is acceptable, but some pollutants may slightly affect the very few people who are unusually sensitive.');
const GENERAL_4 = say('一般人群适量减少户外运动', 'The general public should somewhat reduce outdoor sport.');
const GENERAL_5 = say('一般人群减少户外运动', 'The general public should reduce outdoor sport.');
const GENERAL_6 = say('一般人群应避免户外活动', 'The general public should avoid outdoor activity.');
const EFFECT_6 = say('健康人群运动耐受力降低，有明显强烈症状，提前出现某些疾病', 'Healthy people tolerate less exertion and have clear, strong symptoms; some diseases appear early.');

/** Level 1 to 6: {effect, sensitive, general}. */
const BY_EDITION = {
  'HJ 633-2012': [
    { effect: SATISFYING, sensitive: EVERYONE, general: EVERYONE },
    { effect: ACCEPTABLE, sensitive: VERY_FEW, general: NOTHING_SAID },
    { effect: say('易感人群症状有轻度加剧，健康人群出现刺激症状', 'Symptoms of susceptible people get slightly worse; healthy people feel irritation.'),
      sensitive: say('儿童、老年人及心脏病、呼吸系统疾病患者应减少长时间、高强度的户外锻炼',
        'Children, older people and people with heart or respiratory disease should reduce long or strenuous outdoor exercise.'),
      general: NOTHING_SAID },
    { effect: say('进一步加剧易感人群症状，可能对健康人群心脏、呼吸系统有影响',
      'Symptoms of susceptible people get worse; the heart and respiratory system of healthy people may be affected.'),
      sensitive: say('儿童、老年人及心脏病、呼吸系统疾病患者避免长时间、高强度的户外锻炼',
        'Children, older people and people with heart or respiratory disease should avoid long or strenuous outdoor exercise.'), general: GENERAL_4 },
    { effect: say('心脏病和肺病患者症状显著加剧，运动耐受力降低，健康人群普遍出现症状',
      'Symptoms of people with heart or lung disease get much worse and they tolerate less exertion; symptoms are common among healthy people.'),
      sensitive: say('儿童、老年人和心脏病、肺病患者应停留在室内，停止户外运动',
        'Children, older people and people with heart or lung disease should stay indoors and stop outdoor sport.'), general: GENERAL_5 },
    { effect: EFFECT_6, general: GENERAL_6,
      sensitive: say('儿童、老年人和病人应当留在室内，避免体力消耗', 'Children, older people and the sick should stay indoors and avoid exertion.') },
  ],
  'HJ 633-2026': [
    { effect: SATISFYING, sensitive: EVERYONE, general: EVERYONE },
    { effect: ACCEPTABLE, sensitive: VERY_FEW, general: NOTHING_SAID },
    { effect: say('敏感人群症状有轻度加剧，健康人群出现刺激症状', 'Symptoms of sensitive people get slightly worse; healthy people feel irritation.'),
      sensitive: say('青少年儿童、老年人及心血管系统疾病、呼吸系统疾病患者应减少长时间、高强度的户外锻炼',
        'Children, teenagers, older people and people with cardiovascular or respiratory disease should reduce long or strenuous outdoor exercise.'),
      general: NOTHING_SAID },
    { effect: say('进一步加剧敏感人群症状，可能对健康人群心血管系统、呼吸系统有影响',
      'Symptoms of sensitive people get worse; the cardiovascular and respiratory system of healthy people may be affected.'),
      sensitive: say('青少年儿童、老年人及心血管系统疾病、呼吸系统疾病患者避免长时间、高强度的户外锻炼',
        'Children, teenagers, older people and people with cardiovascular or respiratory disease should avoid long or strenuous outdoor exercise.'), general: GENERAL_4 },
    { effect: say('心血管系统和呼吸系统患者症状显著加剧，运动耐受力降低，健康人群普遍出现症状',
      'Symptoms of people with cardiovascular or respiratory disease get much worse and they tolerate less exertion; symptoms are common among healthy people.'),
      sensitive: say('青少年儿童、老年人和心血管系统疾病、呼吸系统疾病患者应停留在室内，停止户外运动',
        'Children, teenagers, older people and people with cardiovascular or respiratory disease should stay indoors and stop outdoor sport.'), general: GENERAL_5 },
    { effect: EFFECT_6, general: GENERAL_6,
      sensitive: say('青少年儿童、老年人和病人应当留在室内，避免体力消耗', 'Children, teenagers, older people and the sick should stay indoors and avoid exertion.') },
  ],
};
const NEWEST = 'HJ 633-2026';
const NEWEST_FROM = '2026-03-01';

/** The edition whose words are shown for a row judged by `edition`. */
export function editionShown(edition) {
  return BY_EDITION[edition] ? edition : NEWEST;
}

/** The edition in force on a day. */
export function editionOn(isoDate) {
  return isoDate < NEWEST_FROM ? 'HJ 633-2012' : NEWEST;
}

export function adviceOf(edition) {
  return BY_EDITION[editionShown(edition)];
}

const PARTICLES = say('心血管系统或呼吸系统疾病患者、青少年儿童、户外活动频繁者、老年人',
  'people with cardiovascular or respiratory disease, children and teenagers, people who are often active outdoors, older people');
/** HJ 633-2026, table 2: who is sensitive to a pollutant whose IAQI is above 100. */
export const SENSITIVE_TO = {
  pm25: PARTICLES, pm10: PARTICLES,
  so2: say('哮喘患者、青少年儿童、老年人', 'people with asthma, children and teenagers, older people'),
  no2: say('呼吸系统疾病（如哮喘）患者、青少年儿童、老年人', 'people with respiratory disease such as asthma, children and teenagers, older people'),
  o3: say('呼吸系统疾病患者、青少年儿童、户外活动频繁者、老年人', 'people with respiratory disease, children and teenagers, people who are often active outdoors, older people'),
  co: say('心血管系统疾病患者', 'people with cardiovascular disease'),
};
