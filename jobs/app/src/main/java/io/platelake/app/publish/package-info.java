/**
 * Files that leave the lake: written together or not at all, the same bytes for the same content.
 */
package io.platelake.app.publish;
