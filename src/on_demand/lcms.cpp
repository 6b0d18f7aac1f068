// Little CMS: opened when colours become gray, or a press's inks. Most pages have neither.
#include "on_demand/library.h"

#include <lcms2.h>

HALFSTAR_FORWARD(cmsContext, cmsCreateContext, (void* plugin, void* data), (plugin, data))
HALFSTAR_FORWARD(void, cmsDeleteContext, (cmsContext context), (context))
HALFSTAR_FORWARD(const cmsCIExyY*, cmsD50_xyY, (void), ())
HALFSTAR_FORWARD(cmsToneCurve*, cmsBuildParametricToneCurve, (cmsContext context, cmsInt32Number type, const cmsFloat64Number parts[]),
                 (context, type, parts))
HALFSTAR_FORWARD(void, cmsFreeToneCurve, (cmsToneCurve* curve), (curve))
HALFSTAR_FORWARD(cmsHPROFILE, cmsCreateGrayProfileTHR, (cmsContext context, const cmsCIExyY* white, const cmsToneCurve* curve),
                 (context, white, curve))
HALFSTAR_FORWARD(cmsHPROFILE, cmsCreate_sRGBProfileTHR, (cmsContext context), (context))
HALFSTAR_FORWARD(cmsHPROFILE, cmsOpenProfileFromMemTHR, (cmsContext context, const void* bytes, cmsUInt32Number size),
                 (context, bytes, size))
HALFSTAR_FORWARD(cmsBool, cmsCloseProfile, (cmsHPROFILE profile), (profile))
HALFSTAR_FORWARD(cmsColorSpaceSignature, cmsGetColorSpace, (cmsHPROFILE profile), (profile))
HALFSTAR_FORWARD(cmsHTRANSFORM, cmsCreateTransformTHR,
                 (cmsContext context, cmsHPROFILE from, cmsUInt32Number in, cmsHPROFILE to, cmsUInt32Number out, cmsUInt32Number intent,
                  cmsUInt32Number flags),
                 (context, from, in, to, out, intent, flags))
HALFSTAR_FORWARD(void, cmsDeleteTransform, (cmsHTRANSFORM transform), (transform))
HALFSTAR_FORWARD(void, cmsDoTransform, (cmsHTRANSFORM transform, const void* from, void* to, cmsUInt32Number count),
                 (transform, from, to, count))
