/** Registers: checked, loaded, compared and shown as of any date. */
package io.platelake.app.register;
