/** Registers: who people and bodies are, and what holds of them when, as contracts and history. */
package io.platelake.core.register;
