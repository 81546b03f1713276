// The script of the page in one file.
import { start } from '../start.js';

start();
