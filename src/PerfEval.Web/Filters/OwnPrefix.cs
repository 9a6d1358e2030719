using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace PerfEval.Web.Filters;

/// <summary>
/// Every form is read under its own name only. Otherwise the binder, finding no field of a form that was not sent, reads
/// it from the bare names instead: the project's id in the address then becomes the id of a row.
/// </summary>
internal sealed class OwnPrefix : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        foreach (var property in model.HandlerProperties.Where(p => p.BindingInfo is { BinderModelName: null }))
        {
            property.BindingInfo!.BinderModelName = property.PropertyName;
        }
    }
}
