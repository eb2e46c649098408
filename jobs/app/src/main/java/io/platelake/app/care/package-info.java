/** Care of the tables: small files of ledgers, finished keys, checkpoints and replaced files. */
package io.platelake.app.care;
