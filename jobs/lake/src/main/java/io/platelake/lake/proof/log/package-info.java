/** What a Delta log says, read without Delta. */
package io.platelake.lake.proof.log;
