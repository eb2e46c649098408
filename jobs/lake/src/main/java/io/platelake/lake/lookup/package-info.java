/** Looking up rows by the values of one column, without reading the pages that cannot hold them. */
package io.platelake.lake.lookup;
