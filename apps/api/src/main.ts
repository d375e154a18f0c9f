import 'reflect-metadata';
import { slices } from '@app/config';

console.log(Object.keys(slices));
