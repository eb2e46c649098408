/** Makes rows go: from the tables, then from the files, then from the folders. */
package io.platelake.lake.erase;
