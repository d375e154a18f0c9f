import { describe, expect, it } from '@jest/globals';
import { findPlace } from './find-place.js';

const found = (text: string): string | undefined => {
  const place = findPlace(text)?.place;
  return place && `${place.en} ${place.country === 'KR' ? place.region : place.country}`;
};

describe('findPlace', () => {
  it.each([
    ['서울', 'Seoul 서울특별시'],
    ['서울시', 'Seoul 서울특별시'],
    ['서울특별시 강남구', 'Seoul 서울특별시'],
    ['대한민국 서울', 'Seoul 서울특별시'],
    [' SEOUL, KR', 'Seoul 서울특별시'],
    ['Seoul, South Korea', 'Seoul 서울특별시'],
    ['부산광역시', 'Busan 부산광역시'],
    ['부산 기장군', 'Gijang 부산광역시'],
    ['경기도 수원시', 'Suwon 경기도'],
    ['경기도 수원시 영통구', 'Suwon 경기도'],
    ['수원', 'Suwon 경기도'],
    ['Suwon-si, Gyeonggi-do', 'Suwon 경기도'],
    ['강원도 강릉시', 'Gangneung 강원특별자치도'],
    ['경기도 광주시', 'Gwangju 경기도'],
    ['광주', 'Gwangju 광주광역시'],
    ['강원 고성군', 'Goseong 강원특별자치도'],
    ['경남 고성', 'Goseong 경상남도'],
    ['제주 서귀포시', 'Seogwipo 제주특별자치도'],
    ['전라북도 전주시', 'Jeonju 전북특별자치도'],
    ['울릉군', 'Ulleung 경상북도'],
    ['울릉도', 'Ulleung 경상북도'],
    ['강남', 'Seoul 서울특별시'],
    ['Cheju', 'Jeju 제주특별자치도'],
    ['원산', 'Wŏnsan KP'],
    ['함흥', 'Hamhŭng KP'],
    ['신의주', 'Sinŭiju KP'],
    ['개성시', 'Kaesŏng KP'],
    ['Rangoon', 'Yangon MM'],
    ['분당', 'Seongnam 경기도'],
    ['new york city', 'New York City US'],
    ['New York, NY, USA', 'New York City US'],
    ['뉴욕', 'New York City US'],
    ['Ho Chi Minh', 'Ho Chi Minh City VN'],
    ['São Paulo', 'São Paulo BR'],
    ['sao paulo', 'São Paulo BR'],
    ['Melbourne, Florida', 'Melbourne US'],
    ['Melbourne, VIC', 'Melbourne AU'],
    ['Birmingham, Alabama', 'Birmingham US'],
    ['Birmingham, UK', 'Birmingham GB'],
    ['London, Ontario', 'London CA'],
    ['San Jose, Costa Rica', 'San José CR'],
    ['독일 베를린', 'Berlin DE'],
    ['도쿄 신주쿠구', 'Tokyo JP'],
    ['동경', 'Tokyo JP'],
    ['런던, 영국', 'London GB'],
    ['Melbourne, Mongolia', undefined],
    ['Atlantis', undefined],
    ['constructor', undefined],
    ['', undefined],
    [',', undefined],
  ])('finds %j as %s', (text, expected) => expect(found(text)).toBe(expected));

  it.each([
    ['서울 강남구', true],
    ['경기도 광주시', true],
    ['광주', false],
    ['고성군', false],
    ['Melbourne', false],
    ['Melbourne, Florida', true],
    ['강원도', false],
    ['Tokyo', true],
    ['Tokyo, Shinjuku', false],
  ])('is certain of %j: %s', (text, isCertain) => expect(findPlace(text)?.isCertain).toBe(isCertain));
});
