/** The registry of cameras and where each stood when. */
package io.platelake.app.camera;
