/** Records of files that have a schema and binary values, as trees. Knows no plates, no tables. */
package io.platelake.files.tree;
