/** List files as records: lines, cells, JSON, and their text. */
package io.platelake.core.hotlist.text;
