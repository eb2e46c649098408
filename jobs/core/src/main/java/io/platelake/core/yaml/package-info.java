/**
 * Strict reading of YAML files that people write: every mistake has a file, a line and a remedy.
 */
package io.platelake.core.yaml;
