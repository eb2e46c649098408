/**
 * From bytes to text, lines and cells: encodings, line ends, quotes, and a window on one record.
 */
package io.platelake.core.text;
