// What the C++ halves of the test pairs export.
import {load} from '../scripts/load_example.mjs';

export const functions = load('doctest_addon').functions;
