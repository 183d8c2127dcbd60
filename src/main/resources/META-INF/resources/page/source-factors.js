// Pollutants by their code of HJ 212-2017. The API names them in Chinese; readers of English get the service's English term beside that.
import { language } from './language.js';

const ENGLISH = {
  a34004: 'PM2.5', a34002: 'PM10', a34005: 'PM1.0', a34001: 'Total suspended particulates', a34013: 'Smoke and dust', a21026: 'Sulphur dioxide', a21004: 'Nitrogen dioxide',
  a21003: 'Nitric oxide', a21002: 'Nitrogen oxides', a21005: 'Carbon monoxide', a21001: 'Ammonia', a21028: 'Hydrogen sulphide', a21018: 'Fluorides', a21024: 'Hydrogen chloride',
  a24088: 'Non-methane hydrocarbons', a25002: 'Benzene', a25003: 'Toluene', a25005: 'Xylenes', a19001: 'Oxygen content', a00000: 'Flow of waste gas', a01001: 'Temperature',
  a01002: 'Humidity', a01006: 'Air pressure', a01007: 'Wind speed', a01008: 'Wind direction', a01011: 'Velocity of flue gas', a01012: 'Temperature of flue gas',
  a01013: 'Pressure of flue gas', a01014: 'Humidity of flue gas', w00000: 'Flow of waste water', w01001: 'pH', w01009: 'Dissolved oxygen', w01010: 'Water temperature',
  w01012: 'Suspended solids', w01014: 'Conductivity', w01017: 'Biochemical oxygen demand, five days', w01018: 'Chemical oxygen demand', w01019: 'Permanganate index',
  w02003: 'Fecal coliforms', w21001: 'Total nitrogen', w21003: 'Ammonia nitrogen', w21011: 'Total phosphorus', w21016: 'Cyanides', w21017: 'Fluorides', w21019: 'Sulphides',
  w22001: 'Petroleum oils', w23002: 'Volatile phenols', w19002: 'Anionic surfactants', w20111: 'Total mercury', w20115: 'Total cadmium', w20117: 'Hexavalent chromium',
  w20119: 'Total arsenic', w20120: 'Total lead', w20122: 'Total copper', w20123: 'Total zinc', w20128: 'Total selenium', a05024: 'Ozone', w01003: 'Turbidity',
};

/** What a pollutant is called: the name of the API, where there is none the code; in English with the English term. */
export function factorName(code, name) {
  const called = name ?? code;
  const english = language === 'en' ? ENGLISH[code] : null;
  return english ? `${english} (${called})` : called;
}
