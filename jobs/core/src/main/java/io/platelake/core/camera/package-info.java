/** Cameras as people list them: files of cameras and their positions, read strictly. */
package io.platelake.core.camera;
