import type { DistrictEntry, UnitEntry, WorldFile } from './world.types.js';

/** All units of a world file, the root first, districts before their communes. */
export function unitEntries({ root, units, districts = [], communeGroups = [] }: WorldFile): UnitEntry[] {
  return [root, ...units, ...districts.flatMap((district) => districtEntries(district, communeGroups))];
}

/** Codes run over wards, townships and communes: `sl-h07-x01` is the first unit of the seventh district. */
function districtEntries(district: DistrictEntry, communeGroups: string[]): UnitEntry[] {
  const { id, name, place, groups, wards = [], townships = [], communes } = district;
  const children: Omit<UnitEntry, 'id'>[] = [
    ...wards.map((ward) => ({ name: `Phường ${ward}`, kind: 'ward' })),
    ...townships.map((town) => ({ name: `Thị trấn ${town}`, kind: 'township' })),
    ...Array.from({ length: communes }, (_, i) => ({
      name: `Xã số ${twoDigits(i + 1)} ${place}`,
      kind: 'commune',
      groups: communeGroups,
    })),
  ];
  return [
    { id, name, kind: 'district', groups },
    ...children.map((child, i) => ({ ...child, id: `${id}-x${twoDigits(i + 1)}`, parent: id })),
  ];
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');
