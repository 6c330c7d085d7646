/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-icon.h"

#include "fact-icon.h"

#include <math.h>

#define PLACEHOLDER "\357\277\274" /* U+FFFC, object replacement */
/* Of the size of the font. */
#define ICON_SIZE 0.85
#define ICON_GAP 0.2
#define POINTS_PER_INCH 72.0

static const char *const kinds[] = {
  [FACT_KIND_ROLE_HOME] = "fact-kind-home-symbolic",
  [FACT_KIND_ROLE_PHONE] = "fact-kind-phone-symbolic",
  [FACT_KIND_ROLE_VIDEO] = "fact-kind-video-symbolic",
  [FACT_KIND_ROLE_CLINIC] = "fact-kind-clinic-symbolic",
  [FACT_KIND_ROLE_WARD] = "fact-kind-ward-symbolic",
  [FACT_KIND_ROLE_ELSEWHERE] = "fact-kind-outside-symbolic",
  [FACT_KIND_ROLE_ACCOMPANY] = "fact-kind-accompany-symbolic",
  [FACT_KIND_ROLE_DISPENSING] = "fact-kind-medication-symbolic",
  [FACT_KIND_ROLE_INJECTION] = "fact-kind-injection-symbolic",
  [FACT_KIND_ROLE_SIP] = "fact-kind-meeting-symbolic",
  [FACT_KIND_ROLE_NETWORK] = "fact-kind-network-symbolic",
  [FACT_KIND_ROLE_GROUP] = "fact-kind-group-symbolic",
  [FACT_KIND_ROLE_DROP_IN] = "fact-kind-drop-in-symbolic",
};

const char *
fact_board_icon_of_kind (FactKindRole role)
{
  return role < G_N_ELEMENTS (kinds) ? kinds[role] : NULL;
}

static double
get_font_size (PangoLayout *layout)
{
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * pango_cairo_context_get_resolution (context) / POINTS_PER_INCH;
}

void
fact_board_icon_append (PangoLayout   *layout,
                        GString       *string,
                        PangoAttrList *attrs,
                        const char    *name,
                        double         scale)
{
  int size = round (get_font_size (layout) * scale * ICON_SIZE);
  int width = size + round (size * ICON_GAP);
  PangoRectangle rect = { 0, -size * 9 / 10 * PANGO_SCALE, width * PANGO_SCALE, size * PANGO_SCALE };
  PangoAttribute *shape = pango_attr_shape_new_with_data (&rect, &rect, (gpointer) name, NULL, NULL);

  shape->start_index = string->len;
  g_string_append (string, PLACEHOLDER);
  shape->end_index = string->len;
  pango_attr_list_insert (attrs, shape);
}

GdkTexture *
fact_board_icon_get_texture (GtkWidget     *widget,
                             const char    *name,
                             int            size,
                             const GdkRGBA *color)
{
  GObject *display = G_OBJECT (gtk_widget_get_display (widget));
  GHashTable *textures = g_object_get_data (display, "fact-board-icons");
  g_autofree char *rgba = gdk_rgba_to_string (color);
  g_autofree char *key = g_strdup_printf ("%s %d %d %s", name, size, gtk_widget_get_scale_factor (widget), rgba);
  GdkTexture *texture;

  if (!textures) {
    textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
    g_object_set_data_full (display, "fact-board-icons", textures, (GDestroyNotify) g_hash_table_unref);
  }
  texture = g_hash_table_lookup (textures, key);
  if (!texture) {
    texture = fact_icon_render (name, size * gtk_widget_get_scale_factor (widget), color);
    g_hash_table_insert (textures, g_steal_pointer (&key), texture);
  }

  return texture;
}
