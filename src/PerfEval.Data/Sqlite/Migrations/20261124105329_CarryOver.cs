using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerfEval.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CarryOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CarriedFrom",
                table: "Targets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CarriedFrom",
                table: "Sections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BackgroundCarriedFrom",
                table: "Projects",
                type: "INTEGER",
                nullable: true);

            // A foreign key added by itself would copy the whole table outside a transaction; with its column SQLite takes it as it is.
            migrationBuilder.Sql(
                "ALTER TABLE \"Projects\" ADD \"CarriedFromId\" INTEGER NULL CONSTRAINT \"FK_Projects_Projects_CarriedFromId\" REFERENCES \"Projects\" (\"Id\") ON DELETE RESTRICT;");

            migrationBuilder.AddColumn<int>(
                name: "PurposeCarriedFrom",
                table: "Projects",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CarriedFrom",
                table: "Objectives",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CarriedFrom",
                table: "ImplementationNotes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Projects_CarriedFromId",
                table: "Projects",
                column: "CarriedFromId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Projects_Projects_CarriedFromId",
                table: "Projects");

            migrationBuilder.DropIndex(
                name: "IX_Projects_CarriedFromId",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "CarriedFrom",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "CarriedFrom",
                table: "Sections");

            migrationBuilder.DropColumn(
                name: "BackgroundCarriedFrom",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "CarriedFromId",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "PurposeCarriedFrom",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "CarriedFrom",
                table: "Objectives");

            migrationBuilder.DropColumn(
                name: "CarriedFrom",
                table: "ImplementationNotes");
        }
    }
}
