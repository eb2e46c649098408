/** Files and folders below the root, and the times in data files. */
package io.platelake.lake.proof.files;
