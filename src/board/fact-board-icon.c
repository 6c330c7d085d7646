/* SPDX-FileCopyrightText: 2026 The Facttavlan developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-board-icon.h"

#include "fact-icon.h"

#include <math.h>

#define PLACEHOLDER "\357\277\274" /* U+FFFC, object replacement */
#define TAG_RADIUS 4
#define TAG_EDGE 3
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

/* Returns: (transfer none). */
static GdkTexture *
get_texture (GtkWidget     *widget,
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

static void
draw_tag (GtkWidget            *widget,
          GtkSnapshot          *snapshot,
          PangoLayout          *layout,
          const PangoAttribute *attribute,
          double                x,
          double                y)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  PangoRectangle logical, place;
  GskRoundedRect outline;
  GdkRGBA color;
  int line;

  if (!gtk_style_context_lookup_color (style, "fact_warning", &color))
    return;

  pango_layout_index_to_line_x (layout, attribute->start_index, FALSE, &line, NULL);
  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (layout, line), NULL, &logical);
  pango_layout_index_to_pos (layout, attribute->start_index, &place);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x - TAG_EDGE, y + PANGO_PIXELS (place.y) + 0.5,
                                                                  logical.width + 2 * TAG_EDGE,
                                                                  PANGO_PIXELS (place.height) - 1), TAG_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_icon (GtkWidget            *widget,
           GtkSnapshot          *snapshot,
           PangoLayout          *layout,
           const PangoAttrShape *shape,
           double                x,
           double                y)
{
  int size = PANGO_PIXELS (shape->logical_rect.height);
  PangoRectangle place;
  GdkTexture *texture;
  GdkRGBA color;

  pango_layout_index_to_pos (layout, shape->attr.start_index, &place);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  texture = get_texture (widget, shape->data, size, &color);
  if (place.width > 0)
    gtk_snapshot_append_texture (snapshot, texture,
                                 &GRAPHENE_RECT_INIT (round (x + PANGO_PIXELS (place.x)),
                                                      round (y + PANGO_PIXELS (place.y) +
                                                             (PANGO_PIXELS (place.height) - size) / 2.0), size, size));
}

void
fact_board_icon_draw (GtkWidget   *widget,
                      GtkSnapshot *snapshot,
                      PangoLayout *layout,
                      double       x,
                      double       y)
{
  PangoAttrList *attrs = pango_layout_get_attributes (layout);
  GSList *attributes = attrs ? pango_attr_list_get_attributes (attrs) : NULL;

  for (GSList *l = attributes; l; l = l->next) {
    PangoAttribute *attribute = l->data;

    if (attribute->klass->type != PANGO_ATTR_SHAPE)
      continue;
    if (g_str_equal (((PangoAttrShape *) attribute)->data, FACT_BOARD_ICON_WARNING))
      draw_tag (widget, snapshot, layout, attribute, x, y);
    draw_icon (widget, snapshot, layout, (PangoAttrShape *) attribute, x, y);
  }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
}
